import { makeInset } from './inset.tsx'

/** In the header of every page: how much has changed. */
export const HeaderInset = makeInset()
