import type { Route } from '#http/route.ts'

export const draftingRoutes: readonly Route[] = []
