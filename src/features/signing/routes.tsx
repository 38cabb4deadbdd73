import type { Route } from '#http/route.ts'

export const signingRoutes: readonly Route[] = []
