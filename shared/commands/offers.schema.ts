import { type Static, Type } from 'typebox'
import { offerKinds } from '../board.ts'
import { limits } from '../limits.ts'
import { text, Uuid } from './fields.schema.ts'

const offerId = '3f5a0f57-27a7-4b53-a6a4-8b6d0c3f2b10'
const fromId = '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'
const toId = '7d1f2f0e-4f6a-4c52-8f0b-0d5b0a7b9c22'

export const MakeOffer = Type.Object(
  {
    type: Type.Literal('offer'),
    offerId: Uuid,
    kind: Type.Enum(offerKinds),
    fromId: Uuid,
    toId: Uuid,
    word: Type.Optional(text(limits.offerWord)),
  },
  {
    additionalProperties: false,
    description:
      'Offer another host to swap places, to merge (yours joins theirs), or to yield them your cell. Takes effect when the hosts of both agree.',
    examples: [{ type: 'offer', offerId, kind: 'swap', fromId, toId, word: 'Votre salle nous irait mieux.' }],
  },
)
export type MakeOffer = Static<typeof MakeOffer>

export const AnswerOffer = Type.Object(
  {
    type: Type.Literal('answer-offer'),
    offerId: Uuid,
    answer: Type.Enum(['accept', 'decline', 'talk'] as const),
    word: Type.Optional(text(limits.offerWord)),
  },
  {
    additionalProperties: false,
    description:
      'Accept or decline an offer made to you, or say that you would rather talk about it first; with a short word where you like.',
    examples: [{ type: 'answer-offer', offerId, answer: 'decline', word: 'Notre public est déjà prévenu.' }],
  },
)
export type AnswerOffer = Static<typeof AnswerOffer>

export const WithdrawOffer = Type.Object(
  { type: Type.Literal('withdraw-offer'), offerId: Uuid },
  {
    additionalProperties: false,
    description: 'Take an offer back before it is answered.',
    examples: [{ type: 'withdraw-offer', offerId }],
  },
)
export type WithdrawOffer = Static<typeof WithdrawOffer>
