/** How a message of this package ends that leads to a heading of the Messages page. */
export function linkTo(anchor: string): string {
  return `See https://aws-sdk-stubber.github.io/aws-sdk-stubber/messages#${anchor}`;
}
