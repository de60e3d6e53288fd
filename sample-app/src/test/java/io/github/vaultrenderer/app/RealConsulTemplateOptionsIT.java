package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultExtension;

class RealConsulTemplateOptionsIT extends ConsulTemplateOptionsContract {

    RealConsulTemplateOptionsIT() {
        super(VaultExtension.real());
    }
}
