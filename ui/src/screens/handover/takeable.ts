import type { MergeRow } from '../../generated/api';

/** Whether accepting the file would change the competition. */
export const takeable = (row: MergeRow): boolean => row.verdict !== 'same' && row.verdict !== 'refused';
