// Without its fonts: the reader's own ones are there at once.
export { default } from 'vitepress/theme-without-fonts';
import './style.css';
