package dev.statecraft.region;

import java.util.Optional;

/**
 * What an ARN of a state machine leads to, for an execution that is to be started.
 *
 * @param versionArn of the version, if the ARN named a version or an alias
 * @param aliasArn of the alias, if the ARN named one
 */
record Target(
        RegisteredMachine machine,
        Revision revision,
        Optional<String> versionArn,
        Optional<String> aliasArn) {}
