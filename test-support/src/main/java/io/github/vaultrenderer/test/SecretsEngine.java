package io.github.vaultrenderer.test;

import java.util.Map;

/** What is mounted at a path. */
interface SecretsEngine {

    /** The type, as mounts are listed with. */
    String type();

    /** The options, as mounts are listed with. */
    Map<String, String> options();

    /** Answers a request; {@code path} is what stands behind the mount. */
    Reply handle(ApiRequest request, String path) throws Refusal;
}
