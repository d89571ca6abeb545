/** What does she read of this law? In Arabic, worded so that it fits women and men. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

const whyWeAsk = 'يجب أن يذكر الأمر هذا، حتى يمكن تنفيذه والطعن فيه.';

export const arabic: Translation<typeof english> = {
  name: 'أمر من سلطة',
  statute: 'القانون الذي يذكره الأمر',
  instrument: 'أمر',
  country: 'بلد السلطة',
  clock: 'خلال الوقت الذي يذكره الأمر',
  whoWillSee: 'السلطة ومن يعملون في الخدمة على هذا الأمر.',
  warnings: [],
  elements: {
    issuer: {
      short: 'السلطة التي أصدرت الأمر',
      asks: 'من أصدر الأمر؟',
      missing: 'يرجى ذكر السلطة التي أصدرت الأمر.',
      whyWeAsk,
    },
    reference: {
      short: 'مرجع الأمر',
      asks: 'مرجعه، مثل رقم الملف.',
      missing: 'يرجى ذكر مرجع الأمر.',
      whyWeAsk,
    },
    law: {
      short: 'القانون الذي يستند إليه',
      asks: 'إلى أي قانون يستند؟',
      missing: 'يرجى ذكر القانون الذي يستند إليه الأمر.',
      whyWeAsk,
    },
    reason: {
      short: 'سبب مخالفة المحتوى للقانون',
      asks: 'لماذا يخالف المحتوى هذا القانون؟',
      missing: 'يرجى ذكر سبب مخالفة المحتوى لهذا القانون.',
      whyWeAsk,
    },
    scope: {
      short: 'الأماكن التي يسري فيها',
      asks: 'في أي بلدان يسري؟',
      missing: 'يرجى ذكر البلدان التي يسري فيها الأمر.',
      whyWeAsk,
    },
    redress: {
      short: 'طريقة الطعن فيه',
      asks: 'كيف يمكن الطعن فيه؟',
      missing: 'يرجى ذكر طريقة الطعن في الأمر.',
      whyWeAsk,
    },
    'effect-to': {
      short: 'من تُبلغه الخدمة بما تم',
      asks: 'من تُبلغه الخدمة بما تم؟',
      missing: 'يرجى ذكر من تُبلغه الخدمة بما تم.',
      whyWeAsk: 'فقط إذا كانت سلطة غير التي أصدرت الأمر.',
    },
    'uploader-not-told': {
      short: 'عدم إبلاغ من نشره',
      asks: 'يمنع الأمر إبلاغ من نشره.',
      missing: 'يرجى ذكر ما إذا كان يجوز إبلاغ من نشره.',
      whyWeAsk: 'فقط إذا نص الأمر على ذلك. وإلا تُبلغه الخدمة.',
    },
    locate: {
      short: 'عنوان المحتوى',
      asks: 'أين المحتوى؟ يرجى ذكر عنوانه.',
      missing: 'يرجى ذكر العنوان الدقيق للمحتوى.',
      whyWeAsk: 'على الخدمة أن تجده.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'تنفذ الخدمة الأمر.',
      whatNext: 'تؤكد هنا عندما لا يعود المحتوى موجودًا.',
    },
    'not-binding': {
      toPerson: 'لا ترى الخدمة أن الأمر يلزمها.',
      whatNext: 'يمكن للسلطة أن تكتب إلى الخدمة من جديد.',
    },
  },
};
