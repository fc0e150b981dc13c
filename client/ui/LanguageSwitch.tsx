import { For } from 'solid-js'
import { languages } from '../../shared/language.ts'
import { showLanguage, useLanguage } from '../i18n/define-words.ts'
import { rememberLanguage, tellLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/words.ts'
import './language-switch.css'

/** One button per language of the interface, each in its own language. */
export const LanguageSwitch = () => {
  const t = useWords()
  const language = useLanguage()
  return (
    <fieldset class="language-switch">
      <legend class="unseen">{t().languageOfPage}</legend>
      <For each={languages}>
        {(choice) => (
          <button
            type="button"
            lang={choice}
            title={t().languageNames[choice]}
            aria-pressed={language() === choice}
            onClick={() => {
              rememberLanguage(localStorage, choice)
              tellLanguage(document, choice)
              void showLanguage(choice)
            }}
          >
            <span aria-hidden="true">{choice.toUpperCase()}</span>
            <span class="unseen">{t().languageNames[choice]}</span>
          </button>
        )}
      </For>
    </fieldset>
  )
}
