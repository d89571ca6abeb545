/** What does she read in the file that she takes with her, and beside the link to it? In Arabic. */
import type { WordsOf } from '../in-each-language.ts';

export const download: WordsOf<'download'> = {
  title: 'نظرة عامة',
  heading: 'ملفك كما كان في هذا الوقت: {moment}',
  intro: 'في هذا المستند ما أرسلته أو حفظته، وما حدث حتى الآن، وإيصال لكل طلب أُرسل. وهو لك وحدك. ولا توجد فيه أي صورة.',
  link: 'حفظ كل شيء في مستند واحد',
  note: 'في المستند ما كتبته والروابط. ويستطيع فتحه كل من يستخدم هذا الجهاز. وإن كان في ذلك خطر، يمكنك طباعته أو حفظه في مكان آخر.',
  saved: 'اسمه overview.html.',
  receipts: 'الإيصالات',
  receiptsNote:
    'كل إيصال موقّع من هذا الموقع. وهو يثبت أن طلبًا وصل، ومتى وصل. ولا يثبت من أرسله، ولا أنه صحيح: فلم يتحقق أحد من ذلك. ويستطيع شخص موضع ثقتك، أو جهة رسمية، التحقق من التوقيع دون هذا الموقع، ببرنامج Likeness وهذا الأمر: likeness receipt verify.',
  data: 'الشيء نفسه لبرنامج',
  dataNote: 'يرد هنا الشيء نفسه مرة أخرى، في شكل تستطيع البرامج قراءته. ولا يعرضه المتصفح.',
  printed: 'الأوقات بتوقيت {zone}.',
};
