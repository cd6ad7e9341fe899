import { useState, type ComponentProps } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from '@/components/ui/text-field'
import { useI18n } from '@/lib/client/i18n'

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'end'>

/** A password, which its writer may look at. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useI18n()
  const [shown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      end={
        <IconButton
          icon={shown ? 'eye-off' : 'eye'}
          label={t(shown ? 'door.hide' : 'door.show')}
          aria-controls={props.id}
          tip="none"
          onClick={() => setShown(!shown)}
          className="pointer-coarse:size-10"
        />
      }
    />
  )
}
