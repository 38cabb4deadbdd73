// @ts-check
// The page where a text is written, as in a word processor. What stands in the folder is put together into one script.
import './editor/start.ts'
