import type { Route } from '#http/route.ts'

export const signInRoutes: readonly Route[] = []
