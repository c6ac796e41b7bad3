/** A policy of IAM, as it is written in JSON. */
export type PolicyDocument = Record<string, any>;

type DocumentMember = 'AssumeRolePolicyDocument' | 'Document' | 'PolicyDocument';

/** What IAM answers, with its policies as objects. */
export type WithDocuments<Answer> = {
  [N in keyof Answer]: N extends DocumentMember
    ? PolicyDocument | Extract<Answer[N], undefined>
    : Answer[N];
};
