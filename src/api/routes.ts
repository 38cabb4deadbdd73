import type { Route } from '#http/route.ts'

export const apiRoutes: readonly Route[] = []
