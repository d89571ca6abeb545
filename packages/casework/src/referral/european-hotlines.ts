/** Which hotline takes reports in each country of the European Union? Members of INHOPE as generally known; nobody has checked these lines yet, and each route says so. */

export interface Hotline {
  readonly country: string;
  readonly name: string;
  readonly url: string;
}

export const europeanHotlines: readonly Hotline[] = [
  { country: 'AT', name: 'Stopline', url: 'https://www.stopline.at' },
  { country: 'BE', name: 'Child Focus', url: 'https://www.stopchildporno.be' },
  { country: 'BG', name: 'Safenet Hotline', url: 'https://www.safenet.bg' },
  { country: 'CY', name: 'CYberSafety Hotline', url: 'https://www.cybersafety.cy' },
  { country: 'CZ', name: 'STOPonline.cz', url: 'https://www.stoponline.cz' },
  { country: 'DE', name: 'Internet-Beschwerdestelle (eco and FSM), jugendschutz.net', url: 'https://www.internet-beschwerdestelle.de' },
  { country: 'DK', name: 'Red Barnet', url: 'https://redbarnet.dk' },
  { country: 'EE', name: 'Vihjeliin', url: 'https://www.targaltinternetis.ee' },
  { country: 'ES', name: 'INCIBE', url: 'https://www.incibe.es' },
  { country: 'FI', name: 'Nettivihje, Pelastakaa Lapset', url: 'https://www.pelastakaalapset.fi' },
  { country: 'FR', name: 'Point de Contact', url: 'https://www.pointdecontact.net' },
  { country: 'GR', name: 'SafeLine', url: 'https://www.safeline.gr' },
  { country: 'HR', name: 'Centar za nestalu i zlostavljanu djecu', url: 'https://csi.hr' },
  { country: 'HU', name: 'Internet Hotline, NMHH', url: 'https://nmhh.hu' },
  { country: 'IE', name: 'Hotline.ie', url: 'https://www.hotline.ie' },
  { country: 'IT', name: 'Clicca e Segnala, Telefono Azzurro', url: 'https://azzurro.it' },
  { country: 'LT', name: 'Švarus internetas', url: 'https://svarusinternetas.lt' },
  { country: 'LU', name: 'BEE SECURE Stopline', url: 'https://stopline.bee-secure.lu' },
  { country: 'LV', name: 'Drossinternets.lv', url: 'https://drossinternets.lv' },
  { country: 'MT', name: 'Child Web Alert', url: 'https://www.childwebalert.gov.mt' },
  { country: 'NL', name: 'Offlimits', url: 'https://offlimits.nl' },
  { country: 'PL', name: 'Dyżurnet.pl', url: 'https://dyzurnet.pl' },
  { country: 'PT', name: 'Linha Internet Segura', url: 'https://www.internetsegura.pt' },
  { country: 'RO', name: 'Ora de Net, Salvați Copiii', url: 'https://oradenet.ro' },
  { country: 'SE', name: 'ECPAT Sverige', url: 'https://ecpat.se' },
  { country: 'SI', name: 'Spletno oko', url: 'https://www.spletno-oko.si' },
  { country: 'SK', name: 'Stopline.sk', url: 'https://www.stopline.sk' },
];
