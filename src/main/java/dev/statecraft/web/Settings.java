package dev.statecraft.web;

import dev.statecraft.region.AccessKeys;

import io.quarkus.qute.TemplateInstance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The learner's account on this server, and the keys that programs use for it. */
@Path("/settings")
public class Settings {
    @Inject Visitor visitor;

    @Inject AccessKeys keys;

    record settings(AccessKeys.AccessKey key, boolean shared) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return new settings(keys.of(visitor.id()), keys.areRequired());
    }
}
