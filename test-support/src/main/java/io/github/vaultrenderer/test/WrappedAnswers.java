package io.github.vaultrenderer.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are kept for who has their wrapping token, once.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/response-wrapping">Response wrapping</a>
 */
final class WrappedAnswers {

    static final String UNWRAP = "sys/wrapping/unwrap";

    private final InstantSource clock;
    private final Map<String, Wrapped> answers = new ConcurrentHashMap<>();

    WrappedAnswers(InstantSource clock) {
        this.clock = clock;
    }

    private record Wrapped(Reply reply, Instant expires) {}

    /** What is sent in place of an answer that its asker wants wrapped. */
    Reply wrap(ApiRequest request, Reply reply) {
        if (request.wrapTtl().isZero() || reply.status() != 200) {
            return reply;
        }
        String token = "hvs." + UUID.randomUUID().toString().replace("-", "");
        Instant now = clock.instant();
        answers.put(token, new Wrapped(reply, now.plus(request.wrapTtl())));
        return Reply.wrapped(info(token, request, now));
    }

    /** The answer behind a wrapping token, in the request's header or body. */
    Reply unwrap(ApiRequest request) throws Refusal {
        String token = request.text("token").isEmpty() ? request.token() : request.text("token");
        if (token.isEmpty()) {
            throw new Refusal(403, "error validating wrapping token: token is empty");
        }
        Wrapped wrapped = answers.remove(token);
        if (wrapped == null || !clock.instant().isBefore(wrapped.expires)) {
            throw new Refusal(400, "wrapping token is not valid or does not exist");
        }
        return wrapped.reply;
    }

    /** Whether a token is a wrapping token; it is used up then, whatever it was used for. */
    boolean spend(String token) {
        return answers.remove(token) != null;
    }

    private static Map<String, @Nullable Object> info(String token, ApiRequest request, Instant now) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("token", token);
        info.put("accessor", UUID.randomUUID().toString());
        info.put("ttl", request.wrapTtl().toSeconds());
        info.put("creation_time", now.toString());
        info.put("creation_path", request.path());
        return info;
    }

    /** {@code X-Vault-Wrap-TTL}: seconds, or a number with the unit s, m or h; zero for an answer that is not wrapped. */
    static Duration ttl(String header) {
        if (header.isEmpty()) {
            return Duration.ZERO;
        }
        return header.matches("\\d+") ? Duration.ofSeconds(Long.parseLong(header)) : Duration.parse("PT" + header);
    }
}
