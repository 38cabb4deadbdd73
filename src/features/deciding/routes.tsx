import type { Route } from '#http/route.ts'

export const decidingRoutes: readonly Route[] = []
