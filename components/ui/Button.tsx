import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './Icon';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main` once a surface; `plain` beside it; `quiet` for what is seldom wanted; `risky` for what loses something. */
  kind?: 'main' | 'plain' | 'quiet' | 'risky';
  size?: 'medium' | 'small';
  icon?: IconName;
  /** The accessible name of a button that shows only its icon. */
  label?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button named for its result. Its type is `button` unless given, so that it never sends a form by accident. */
export function Button({ kind = 'plain', size = 'medium', icon, label, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={rest.className ? `button ${rest.className}` : 'button'}
      data-kind={kind}
      data-size={size}
      data-icon={children === undefined ? '' : undefined}
      aria-label={label ?? rest['aria-label']}
      title={rest.title ?? label}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
    </button>
  );
}
