type Bytes = Uint8Array<ArrayBuffer>

/** What a thread says once it can be asked. */
export const READY = 'ready'

/** What it is asked, one at a time (#intake/elsewhere.ts). */
export type Asked = { readonly kind: string; readonly bytes: Bytes }

/** What it answers; null where it did not come to read it. */
export type Read = { readonly bytes: Bytes | null } | { readonly failed: true }
