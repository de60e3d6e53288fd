package io.github.vaultrenderer.test;

/** A request that the embedded Vault refuses, with the status and words of the real one. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient String[] errors;

    Refusal(int status, String... errors) {
        super(status + " " + String.join("; ", errors));
        this.status = status;
        this.errors = errors.clone();
    }

    static Refusal permissionDenied() {
        return new Refusal(403, "1 error occurred:\n\t* permission denied\n\n");
    }

    static Refusal invalidToken() {
        return new Refusal(403, "2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n");
    }

    static Refusal notFound() {
        return new Refusal(404);
    }

    Reply reply() {
        return Reply.errors(status, errors);
    }
}
