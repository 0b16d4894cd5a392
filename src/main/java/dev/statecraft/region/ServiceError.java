package dev.statecraft.region;

/**
 * A request that Step Functions would refuse, with its error code and wording.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html">Common errors, read 2026-11</a>
 */
public final class ServiceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code such as {@code StateMachineDoesNotExist} */
    public ServiceError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public static ServiceError validation(String message) {
        return new ServiceError("ValidationException", message);
    }

    public static ServiceError invalidArn(String detail) {
        return new ServiceError("InvalidArn", "Invalid Arn: '" + detail + "'");
    }

    public static ServiceError invalidName(String name) {
        return new ServiceError("InvalidName", "Invalid Name: '" + name + "'");
    }

    public static ServiceError invalidToken() {
        return new ServiceError("InvalidToken", "Invalid Token: 'Invalid token'");
    }

    public static ServiceError conflict(String message) {
        return new ServiceError("ConflictException", message);
    }

    public static ServiceError noSuchMachine(String arn) {
        return new ServiceError(
                "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
    }

    public static ServiceError noSuchExecution(String arn) {
        return new ServiceError("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }

    public static ServiceError noSuchActivity(String arn) {
        return new ServiceError("ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
    }

    public static ServiceError noSuchResource(String arn) {
        return new ServiceError("ResourceNotFound", "Resource not found: '" + arn + "'");
    }
}
