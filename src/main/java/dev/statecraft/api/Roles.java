package dev.statecraft.api;

import dev.statecraft.region.ServiceError;

import java.util.regex.Pattern;

/** Role ARNs. The role itself need not exist. */
final class Roles {
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/.+");

    private Roles() {}

    static void check(String arn) {
        if (!ROLE.matcher(arn).matches()) {
            throw new ServiceError("InvalidArn", "Invalid Role Arn: '" + arn + "'");
        }
    }
}
