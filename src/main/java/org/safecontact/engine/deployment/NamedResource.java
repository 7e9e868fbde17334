package org.safecontact.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/** A file of the product under the name that the engine stores it by. */
final class NamedResource extends AbstractResource implements ContextResource {

    private final Resource file;
    private final String name;

    NamedResource(Resource file, String name) {
        this.file = file;
        this.name = name;
    }

    @Override
    public String getPathWithinContext() {
        return name;
    }

    @Override
    public String getFilename() {
        return file.getFilename();
    }

    @Override
    public String getDescription() {
        return name;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.getInputStream();
    }
}
