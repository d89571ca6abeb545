/** How do the pages look that answer somebody who asks what is kept about her? */
import { dataPage, personDataPage, uploaderDataPage } from '../data.tsx';
import type { DataModel, DataPerson, PersonDataModel, UploaderDataModel } from '../data-model.ts';
import { ago, frame } from './made-up.ts';

const ines: DataPerson = {
  id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d01',
  name: 'Ines Moreau',
  role: 'admin',
  leftAt: null,
  isErased: false,
};
const noor: DataPerson = {
  id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d03',
  name: 'Noor Haddad',
  role: 'moderator',
  leftAt: ago(90),
  isErased: false,
};
const former: DataPerson = {
  id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d04',
  name: 'Former moderator 9f2a7d04',
  role: 'lead',
  leftAt: ago(900),
  isErased: true,
};
const data: DataModel = {
  ...frame,
  services: [{ id: '1b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d12', name: 'Harbour photos' }],
  people: [ines, noor, former],
  notFound: null,
  news: null,
};
const uploader: UploaderDataModel = {
  ...frame,
  step: 'found',
  platformId: '1b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d12',
  serviceName: null,
  uploaderRef: 'user-4711',
  counts: { uploads: 12, words: 3, statements: 1, measures: 1 },
  keepDays: { uploads: 180, matchedUploads: 365, answers: 365, notes: 365 },
};
const colleague: PersonDataModel = {
  ...frame,
  step: 'found',
  person: noor,
  counts: { decisions: 212, passkeys: 0, shownInWeek: 14, acts: 1640 },
  hasProvider: false,
};

export const dataPages: Readonly<Record<string, () => string>> = {
  data: () => dataPage(data),
  'data-not-found': () => dataPage({ ...data, notFound: 'user-47', entered: { platformId: '', uploaderRef: 'user-47' } }),
  'data-to-correct': () =>
    dataPage({
      ...data,
      services: [...data.services, { id: '1b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d13', name: 'Lake photos' }],
      entered: { platformId: '', uploaderRef: '' },
      problems: [
        { field: 'platform', sentence: 'Choose the service of this account.' },
        { field: 'uploader', sentence: 'Give the reference of the account, 1 to 200 characters.' },
      ],
    }),
  'data-uploader-erased': () => dataPage({ ...data, news: 'uploader-erased' }),
  'data-colleague-erased': () => dataPage({ ...data, people: [ines, former], news: 'person-erased' }),
  'data-uploader': () => uploaderDataPage(uploader),
  'data-uploader-erase': () => uploaderDataPage({ ...uploader, step: 'erase', serviceName: 'Harbour photos', keepDays: null }),
  'data-colleague': () => personDataPage(colleague),
  'data-colleague-has-access': () => personDataPage({ ...colleague, person: ines, hasProvider: true }),
  'data-colleague-erase': () => personDataPage({ ...colleague, step: 'erase' }),
  'data-colleague-was-erased': () => personDataPage({ ...colleague, person: former }),
};
