package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.SecretSource;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.Rendering;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RenderPassTest {

    private static final SecretQuery A = SecretQuery.read("a");
    private static final SecretQuery B = SecretQuery.read("b");
    private static final SecretQuery C = SecretQuery.read("c");

    @Test
    void secretsAreFetchedWhileOtherTemplatesAreStillRendered() {
        CountDownLatch asked = new CountDownLatch(2);
        SecretSource source = query -> {
            asked.countDown();
            return secret(query);
        };
        CompiledTemplate second = context -> {
            Meeting.await(asked);
            return wanting(C).render(context);
        };

        assertThat(render(source, wanting(A, B), second)).containsExactly("ab", "c");
    }

    @Test
    void whatIsPrintedDoesNotHangOnHowQuickAnAnswerIs() {
        CountDownLatch bAsked = new CountDownLatch(1);
        SecretSource source = query -> {
            if (query.equals(B)) {
                // A has come by then.
                bAsked.countDown();
            }
            return secret(query);
        };
        Set<Boolean> known = new LinkedHashSet<>();
        CompiledTemplate second = context -> {
            Meeting.await(bAsked);
            known.add(context.recall(A) != null);
            return wanting(A).render(context);
        };

        render(source, wanting(A, B), second);

        assertThat(known).containsExactly(false, true);
    }

    @Test
    void theFailureOfTheFirstTemplateIsToldThoughAnotherCameSooner() {
        CountDownLatch bFailed = new CountDownLatch(1);
        SecretSource source = query -> {
            if (query.equals(B)) {
                bFailed.countDown();
            } else if (query.equals(A)) {
                Meeting.await(bFailed);
            } else {
                return secret(query);
            }
            throw new ConfigurationException("no " + query.path(), "Nothing.");
        };

        assertThatThrownBy(() -> render(source, wanting(C), wanting(A), wanting(B)))
                .hasMessageContaining("no a");
    }

    private static List<String> render(SecretSource source, CompiledTemplate... templates) {
        RenderPass pass = new RenderPass(
                source, 4, name -> null, InstantSource.system(), RenderLimits.DEFAULT, RenderPass.RENEWAL_THRESHOLD);
        return pass
                .render(List.of(templates).stream()
                        .map(template -> new RenderPass.Task(template, null))
                        .toList())
                .outputs()
                .stream()
                .map(Sensitive::reveal)
                .toList();
    }

    /** Prints the values of some secrets. */
    private static CompiledTemplate wanting(SecretQuery... queries) {
        return (RenderContext context) -> {
            StringBuilder output = new StringBuilder();
            Set<SecretQuery> missing = new LinkedHashSet<>();
            for (SecretQuery query : queries) {
                Secret secret = context.recall(query);
                if (secret == null) {
                    missing.add(query);
                } else {
                    output.append(secret.data().get("value"));
                }
            }
            return new Rendering(Sensitive.of(output.toString()), Set.of(queries), missing);
        };
    }

    private static Secret secret(SecretQuery query) {
        return Secret.of(query.path(), Map.of("value", query.path()));
    }
}
