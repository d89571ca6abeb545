/** How does the page look of statements that the DSA Transparency Database refused? */
import { statementsPage } from '../statements.tsx';
import type { StatementsModel } from '../statements-model.ts';
import { ago, frame } from './made-up.ts';

const statements: StatementsModel = {
  ...frame,
  rows: [
    {
      puid: '4b1f6a52-7c0d-4e7b-9a86-0d6c4f1f2a33',
      platformName: 'Harbour photos',
      at: ago(3),
      fields: ['category', 'content_date'],
      mayNotLeave: false,
    },
    { puid: '4b1f6a52-7c0d-4e7b-9a86-0d6c4f1f2a34', platformName: 'Lake photos', at: ago(30), fields: [], mayNotLeave: false },
    {
      puid: '4b1f6a52-7c0d-4e7b-9a86-0d6c4f1f2a35',
      platformName: 'Lake photos',
      at: ago(31),
      fields: ['decision_facts'],
      mayNotLeave: true,
    },
  ],
  total: 12,
  hasManyServices: true,
  news: null,
};

export const statementPages: Readonly<Record<string, () => string>> = {
  statements: () => statementsPage(statements),
  'statements-one': () =>
    statementsPage({ ...statements, rows: statements.rows.slice(0, 1), total: 1, hasManyServices: false, news: 'none' }),
  'statements-none': () => statementsPage({ ...statements, rows: [], total: 0, news: 'again' }),
};
