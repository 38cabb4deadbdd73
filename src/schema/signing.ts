import * as z from 'zod'
import type { SignoffAnswer } from '#domain/signing/facts.ts'
import { exactly } from './exactly.ts'

export const answerSchema = exactly<SignoffAnswer>()(z.enum(['signed', 'declined']))
