package io.github.vaultrenderer.template.gotemplate.exec;

/** A slice, a map or a pointer that can be nil: empty like others then, but {@code null} in JSON. */
public interface TypedNil {

    /** Whether it is nil. */
    boolean isNil();
}
