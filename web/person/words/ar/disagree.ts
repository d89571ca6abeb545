/** What does she read when she, or whoever posted the picture, does not agree with the service? In Arabic. */
import type { WordsOf } from '../in-each-language.ts';

export const disagree: WordsOf<'disagree'> = {
  questionHeading: 'هناك سؤال لك',
  question:
    'من نشر الصورة لا يوافق على إزالتها. تبقى الصورة مُزالة بينما ينظر في الأمر من جديد شخص آخر في الخدمة. ويودّ هذا الشخص معرفة رأيك. لا يلزمك الجواب.',
  questionLimited:
    'من نشر الصورة لا يوافق على أن يراها عدد أقل من الناس. يبقى الحد بينما ينظر شخص آخر في الخدمة في الأمر من جديد. يريد هذا الشخص أن يعرف رأيك. لست ملزمًا بالإجابة.',
  questionUntil: 'ينتظرون جوابك حتى {moment}.',
  questionChoice: 'ما الذي يعبّر عن رأيك؟',
  questionText: 'بكلماتك، إن أردت',
  questionTextHint: 'لا يقرأ هذا إلا من يتخذون القرار في الخدمة. أما من نشر الصورة فلا يقرؤه أبدًا.',
  questionSend: 'إرسال جوابي',
  complainSummary: 'لا أوافق على هذا الجواب',
  complain: 'يمكنك إخبار الخدمة بأن جوابها خاطئ. ذلك مجاني. وينظر في الأمر من جديد شخص آخر هناك. وسيظهر لك الجواب الجديد هنا.',
  complainUntil: 'يمكنك فعل ذلك حتى {moment}.',
  complainChoice: 'لماذا الجواب خاطئ؟',
  complainText: 'ما ينبغي أن يعرفوه، إن أردت',
  complainSend: 'إخبار الخدمة',
  complained: 'في {day} أخبرت الخدمة بعدم موافقتك. سينظر شخص آخر هناك في الأمر من جديد. وسيظهر لك الجواب الجديد هنا.',
  complainedAnswered: 'في {day} أخبرت الخدمة بعدم موافقتك. نظر شخص آخر هناك في الأمر من جديد. وصل إلى الجواب نفسه.',
  choose: 'يُرجى اختيار واحد مما يلي.',
  tooLong: 'هذا النص طويل جدًا. يُرجى تقصيره.',
};
