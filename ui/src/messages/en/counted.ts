/** Numbers as written in English, alone or with what they count. */
import { count } from '../../format/date';

export const n = (value: number) => count(value, 'en');

export const some = (value: number, one: string, many = `${one}s`) => `${n(value)} ${value === 1 ? one : many}`;
