/** How does a test stand at her door? All doors, a form that is filled in, and pages as a browser sees them. */
import { fieldNames } from '@likeness/web/person';
import { openTestDoors, type TestDoors } from './test-doors.ts';

export interface Page {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  /** As it is sent back; empty where the answer sets none, or takes it away. */
  readonly cookie: string;
}

export interface TestPerson {
  readonly desk: TestDoors;
  get(path: string, cookie?: string): Promise<Page>;
  post(
    path: string,
    fields: Record<string, string> | [string, string][],
    cookie?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Page>;
  /** The fields of a request to the one service, under this code. */
  filing(code: string, more?: Record<string, string>): Record<string, string>;
}

/** Opens the doors; close `desk` when the tests are done. */
export async function openTestPerson(): Promise<TestPerson> {
  const desk = await openTestDoors();
  return {
    desk,
    get: async (path, cookie = '') => page(await desk.app.inject({ method: 'GET', url: path, headers: { accept: 'text/html', cookie } })),
    post: async (path, fields, cookie = '', headers = {}) =>
      page(
        await desk.app.inject({
          method: 'POST',
          url: path,
          payload: new URLSearchParams(fields).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie, ...headers },
        }),
      ),
    filing: (code, more = {}) => ({
      [fieldNames.service]: desk.house.platformId,
      [fieldNames.caseCode]: code,
      [fieldNames.onBehalfOf]: 'self',
      [fieldNames.signature]: 'Maria Example',
      ...more,
    }),
  };
}

function page(answer: Awaited<ReturnType<TestDoors['app']['inject']>>): Page {
  const [cookie] = answer.cookies;
  return {
    status: answer.statusCode,
    body: answer.body,
    location: answer.headers.location?.toString(),
    cookie: cookie === undefined || cookie.value === '' ? '' : `${cookie.name}=${cookie.value}`,
  };
}

/** The token of the form on a page. */
export const csrfOf = (body: string): string => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
