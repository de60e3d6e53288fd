package io.github.vaultrenderer.http;

import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that Vault refused, or that got no usable answer. What it means for a login or a read is said by those who
 * asked; this tells the facts.
 */
public final class VaultHttpException extends RendererException {

    private static final long serialVersionUID = 1L;

    /** The status of an exception for a request that got no answer. */
    public static final int NO_ANSWER = 0;

    private final String path;
    private final int status;
    private final transient List<String> errors;
    private final @Nullable Duration retryAfter;
    private final boolean transientFailure;
    private final @Nullable String deletionTime;

    private VaultHttpException(Facts facts, String message, String action) {
        super(facts.kind, message, action);
        this.path = facts.path;
        this.status = facts.status;
        this.errors = facts.errors;
        this.retryAfter = facts.retryAfter;
        this.transientFailure = facts.transientFailure;
        this.deletionTime = facts.deletionTime;
    }

    private record Facts(
            FailureKind kind,
            String path,
            int status,
            List<String> errors,
            @Nullable Duration retryAfter,
            boolean transientFailure,
            @Nullable String deletionTime) {}

    /** No answer came: the network's or the TLS layer's fault. */
    static VaultHttpException noAnswer(FailureKind kind, VaultRequest request, String message, String action) {
        Facts facts = new Facts(kind, request.path(), NO_ANSWER, List.of(), null, kind.retryable(), null);
        return new VaultHttpException(facts, request + ": " + message, action);
    }

    /** Vault answered with an error status. */
    static VaultHttpException answered(
            VaultRequest request, VaultResponse response, List<String> errors, @Nullable Duration retryAfter) {
        StatusMeaning meaning = StatusMeaning.of(response.status(), errors);
        String texts = errors.isEmpty() ? "" : ": " + String.join("; ", errors);
        Object deletion = response.object("data").get("metadata") instanceof java.util.Map<?, ?> metadata
                ? metadata.get("deletion_time")
                : null;
        Facts facts = new Facts(
                meaning.kind(),
                request.path(),
                response.status(),
                List.copyOf(errors),
                retryAfter,
                meaning.transientFailure(),
                deletion instanceof String time && !time.isEmpty() ? time : null);
        return new VaultHttpException(
                facts, request + ": Vault answered " + response.status() + texts, meaning.action());
    }

    /** The path that was asked for, behind {@code /v1/}. */
    public String path() {
        return path;
    }

    /** The HTTP status; {@link #NO_ANSWER} when there was none. */
    public int status() {
        return status;
    }

    /** Vault's own error texts; may be empty. */
    public List<String> errors() {
        return errors;
    }

    /** Whether one of Vault's error texts contains these words. */
    public boolean says(String words) {
        return errors.stream().anyMatch(error -> error.contains(words));
    }

    /** How long Vault asked us to wait; {@code null} when it did not. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The wait before another try, or the longer one that Vault asked for; {@code null} where the deadline comes first. */
    @Nullable
    Duration waitWithin(Duration wait, Deadline deadline) {
        Duration longer = retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
        return longer.compareTo(deadline.remaining()) < 0 ? longer : null;
    }

    /** Whether the same request can succeed a little later. */
    public boolean transientFailure() {
        return transientFailure;
    }

    /** Whether Vault refused without telling why: {@code permission denied} and nothing else. */
    public boolean maskedRefusal() {
        return status == HttpURLConnection.HTTP_FORBIDDEN
                && errors.stream().allMatch(error -> error.equals("permission denied"));
    }

    /** When the version that was asked for was deleted (KV version 2); {@code null} when that is not what happened. */
    public @Nullable String deletionTime() {
        return deletionTime;
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new VaultHttpException(
                new Facts(kind(), path, status, errors, retryAfter, transientFailure, deletionTime), message, action);
    }
}
