/** Bilangan seperti ditulis dalam bahasa Indonesia. */
import { count } from '../../format/date';

export const n = (value: number) => count(value, 'id');
