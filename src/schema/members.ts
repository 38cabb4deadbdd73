import * as z from 'zod'
import type { Role } from '#domain/members/seats.ts'
import { exactly } from './exactly.ts'

export const roleSchema = exactly<Role>()(z.enum(['chair', 'secretary', 'delegate', 'deputy', 'contributor']))
