/** What does whoever posted something read about a decision on it: what was removed, why, and how to say that this is wrong? In Arabic. */
import type { WordsOf } from '../in-each-language.ts';

export const uploader: WordsOf<'uploader'> = {
  title: 'عن منشور',
  titleToCheck: 'يُرجى المراجعة',
  problemsHeading: 'يُرجى النظر في ما يلي',
  keepToYourself: 'يُرجى عدم إعطاء عنوان هذه الصفحة لأحد: من لديه العنوان يستطيع قراءة هذا وتقديم شكوى بدلًا منك. لا أحد هنا يعرف اسمك.',
  ask: {
    heading: 'لماذا أُزيل منشوري؟',
    lead: 'أرسلت إليك الخدمة عنوانًا مع قرارها. في صفحة هذا العنوان السبب، وكيف يمكنك القول إن القرار خاطئ.',
    opening: 'يجري الفتح.',
    address: 'العنوان الذي أرسلته إليك الخدمة',
    addressHint: 'يُرجى لصق العنوان كاملًا. ينتهي بعلامة # وبعدها سلسلة من الأحرف والأرقام.',
    go: 'متابعة',
  },
  heading: 'أُزيل منشورك',
  lead: 'أزالته {service} في {day}. هنا السبب، وما يمكنك فعله.',
  takenBackHeading: 'أُلغي قرار بشأن منشورك',
  takenBackLead: 'أزالته {service} في {day}، ثم ألغت ذلك. وفي ما يلي ما قيل حينها.',
  rows: {
    post: 'منشورك',
    done: 'ما الذي جرى',
    removed: 'أُزيل في كل الأماكن، دون تاريخ انتهاء.',
    hadBeenRemoved: 'كان قد أُزيل في كل الأماكن.',
    facts: 'على أي وقائع',
    automatic: 'ما الذي كان آليًا',
    againstLaw: 'القانون الذي خولف',
    againstRules: 'القواعد التي خولفت',
    saidAgainstLaw: 'القانون الذي قيل إنه خولف',
    saidAgainstRules: 'القواعد التي قيل إنها خولفت',
  },
  redress: {
    heading: 'إن كان هذا خطأً في رأيك',
    until: 'لديك وقت حتى {day}.',
  },
  news: {
    answerHeading: 'الجواب عن شكواك',
    others: 'لا يزال بإمكانك التوجّه إلى الجهات الأخرى المذكورة أدناه.',
    filedHeading: 'وصلت شكواك',
    openHeading: 'شكواك قيد النظر',
    open: 'وصلت في {day}. وسينظر فيها شخص غير الذي اتخذ القرار. وقد يستغرق ذلك أكثر من أسبوع. سيظهر الجواب هنا: يُرجى الاحتفاظ بعنوان هذه الصفحة.',
    takenBackHeading: 'أُلغي القرار',
    takenBack: 'أُبلغت الخدمة بأن تعرض منشورك من جديد.',
  },
  complain: {
    heading: 'تقديم شكوى',
    reason: 'لماذا القرار خاطئ؟',
    text: 'ما ينبغي أن يعرفوه',
    textHint: 'لا يلزمك كتابة أي شيء. ولا يقرؤه إلا من يتخذون القرار بشأن الشكاوى في الخدمة.',
    send: 'إرسال الشكوى',
  },
  problems: {
    unknown: 'هذا العنوان لا يفتح شيئًا. يُرجى لصقه كاملًا، مع ما يأتي بعد علامة #.',
    choose: 'يُرجى اختيار السبب الذي يجعل القرار خاطئًا.',
    tooLong: 'يُرجى تقصير النص. أقصى عدد للأحرف والعلامات: {most}.',
  },
};
