import { type JSX, Show } from 'solid-js'
import './message.css'

interface MessageProps {
  readonly title: string
  readonly detail?: string
  readonly children?: JSX.Element
}

/** A whole screen that has one thing to say. */
export const Message = (props: MessageProps) => (
  <main class="message" id="content">
    <div class="note">
      <h1>{props.title}</h1>
      <Show when={props.detail}>
        <p>{props.detail}</p>
      </Show>
      {props.children}
    </div>
  </main>
)
