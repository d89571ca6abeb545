/** What does she read under several laws in the same words? In Arabic, worded so that it fits women and men. */
import type { Translation } from '../../language/catalogue.ts';
import type { english } from './en.ts';

export const arabic: Translation<typeof english> = {
  elements: {
    locate: {
      short: 'مكان الصورة',
      asks: 'يرجى إخبارنا بمكان الصورة. الرابط مفيد. تكفي أيضًا بضع كلمات عن كيفية العثور عليها.',
      missing: 'لا نعرف بعد أين الصورة. يفيد رابط، أو بضع كلمات عن كيفية العثور عليها.',
      whyWeAsk: 'على الخدمة أن تجد الصورة قبل أن تزيلها.',
    },
  },
  grounds: {
    'own-rules': {
      toPerson: 'تخالف الصورة قواعد الخدمة. ستتم إزالتها.',
      whatNext: 'نخبرك هنا عندما تقول الخدمة إنها لم تعد موجودة.',
    },
    'not-depicted': {
      toPerson: 'لم تستطع الخدمة أن تعرف هل تظهر في الصورة صورتك أنت، أو الشخص الذي تم الطلب عنه.',
      whatNext: 'إن كان الأمر كذلك، يمكنك الطلب من جديد وذكر ما يدل على ذلك فيها.',
    },
    'consented-publication': {
      toPerson: 'لدى الخدمة سبب للاعتقاد بأن مشاركة هذه الصورة تمت بموافقة.',
      whatNext: 'إن لم يكن هذا صحيحًا، يمكنك الطلب من جديد وذكر السبب. السماح بالتقاط صورة ليس موافقة على مشاركتها.',
    },
    'cannot-locate': {
      toPerson: 'لم تستطع الخدمة العثور على الصورة بما لديها من معلومات.',
      whatNext: 'يمكنك الطلب من جديد مع رابط، أو مع كلمات أكثر عن كيفية العثور عليها.',
    },
    'not-authorised': {
      toPerson: 'لا تعرف الخدمة بعد أن لك الحق في التصرف عن الشخص الظاهر.',
      whatNext: 'يمكنك الطلب من جديد وذكر سبب حقك في التصرف عنه. ويمكنه أيضًا أن يطلب بنفسه.',
    },
  },
};
