const principal = /* GraphQL */ `
  fragment PrincipalFields on Principal {
    id
    name
    role
    space
    spaces {
      space
      can
      role
    }
    keys {
      id
      createdAt
      lastUsedAt
      expiresAt
      revokedAt
    }
    createdAt
    disabledAt
  }
`

const space = /* GraphQL */ `
  fragment SpaceFields on Space {
    id
    name
    kind
    members {
      principal
      name
      can
      role
    }
  }
`

export const spacesDocument = /* GraphQL */ `
  query Spaces {
    spaces {
      ...SpaceFields
    }
  }
  ${space}
`

export const principalsDocument = /* GraphQL */ `
  query Principals {
    principals {
      ...PrincipalFields
    }
  }
  ${principal}
`

export const makePrincipalDocument = /* GraphQL */ `
  mutation MakePrincipal($input: PrincipalInput!) {
    made: makePrincipal(input: $input) {
      key
      principal {
        keys {
          id
        }
      }
    }
  }
`

export const makeKeyDocument = /* GraphQL */ `
  mutation MakeKey($principal: ID!, $expiresAt: String) {
    made: makeKey(principal: $principal, expiresAt: $expiresAt) {
      id
      key
    }
  }
`

export const revokeKeyDocument = /* GraphQL */ `
  mutation RevokeKey($id: ID!) {
    revokeKey(id: $id) {
      id
    }
  }
`

export const disableDocument = /* GraphQL */ `
  mutation DisablePrincipal($id: ID!) {
    disablePrincipal(id: $id) {
      id
    }
  }
`

export const enableDocument = /* GraphQL */ `
  mutation EnablePrincipal($id: ID!) {
    enablePrincipal(id: $id) {
      id
    }
  }
`

export const makeSpaceDocument = /* GraphQL */ `
  mutation MakeSpace($input: SpaceInput!) {
    makeSpace(input: $input) {
      id
    }
  }
`

export const addMemberDocument = /* GraphQL */ `
  mutation AddMember($space: ID!, $principal: ID!, $can: String!, $role: String) {
    addMember(space: $space, principal: $principal, can: $can, role: $role) {
      id
    }
  }
`

export const removeMemberDocument = /* GraphQL */ `
  mutation RemoveMember($space: ID!, $principal: ID!) {
    removeMember(space: $space, principal: $principal) {
      id
    }
  }
`

export interface Key {
  readonly id: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

export interface Principal {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly space: string
  readonly spaces: readonly {
    readonly space: string
    readonly can: string
    readonly role: string | null
  }[]
  readonly keys: readonly Key[]
  readonly createdAt: string
  readonly disabledAt: string | null
}

export interface Space {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly members: readonly {
    readonly principal: string
    readonly name: string
    readonly can: string
    /** What it may do there, where that is not its own role. */
    readonly role: string | null
  }[]
}
