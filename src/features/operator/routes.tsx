import type { Route } from '#http/route.ts'

export const operatorRoutes: readonly Route[] = []
