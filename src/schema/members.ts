import * as z from 'zod'
import { ROLES } from '#domain/members/seats.ts'

export const roleSchema = z.enum(ROLES)
