import type { Route } from '#http/route.ts'

export const meRoutes: readonly Route[] = []
