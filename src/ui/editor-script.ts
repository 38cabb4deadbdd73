import script from '#client/editor.js'

/** The script of the page where a text is written. Beside the others, which are small: it is evaluated when somebody asks for it. */
export const editorScript: string = script
