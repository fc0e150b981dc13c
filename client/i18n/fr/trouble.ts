export const trouble = {
  readOnly:
    'Lecture seule pour un moment : rien ne s’enregistre. Ce qui est affiché reste juste, et cela reprend tout seul.',
  mismatch:
    'Ce qui est affiché et ce qui est enregistré ne disent pas la même chose : prévenez qui s’occupe du serveur.',
}

export type TroubleWords = typeof trouble
