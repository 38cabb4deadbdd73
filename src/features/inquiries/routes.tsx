import type { Route } from '#http/route.ts'

export const inquiryRoutes: readonly Route[] = []
