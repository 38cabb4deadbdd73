import script from '#client/unsaved.js'

/** The script that offers what was written in a text and never came in. Few need it: it is evaluated when somebody asks for it. */
export const unsavedScript: string = script
