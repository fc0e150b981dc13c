import { makeInset } from './inset.tsx'

/** On "my path": when somebody can't be there. */
export const AbsencesInset = makeInset()
