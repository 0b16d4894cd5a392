package dev.statecraft.web.sandbox;

import dev.statecraft.content.Reference;
import dev.statecraft.content.Templates;
import dev.statecraft.learning.SavedSandbox;
import dev.statecraft.web.Addresses;
import dev.statecraft.web.FormToken;
import dev.statecraft.web.JsonText;
import dev.statecraft.web.Visitor;
import dev.statecraft.web.editor.Checked;
import dev.statecraft.web.runs.RunStore;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Free play: any definition, any input, any simulated account, any faults. */
@Path("/sandbox")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class Sandbox {
    private static final int UNPROCESSABLE = 422;

    @Inject Visitor visitor;

    @Inject Reference reference;

    @Inject Templates templates;

    @Inject FormToken token;

    @Inject RunStore runs;

    @Inject SandboxShelf shelf;

    @Context UriInfo uri;

    record sandbox(SandboxPage page) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("template") String template, @QueryParam("example") String example) {
        Optional<SandboxText> asked =
                templates
                        .named(String.valueOf(template))
                        .map(SandboxText::of)
                        .or(() -> reference.entry(String.valueOf(example)).map(Sandbox::text));
        if (asked.isEmpty() && (template != null || example != null)) {
            throw new NotFoundException("There is no template of this name.");
        }
        return page(
                asked.or(() -> shelf.draft(visitor.id()))
                        .orElseGet(() -> SandboxText.of(templates.all().getFirst())));
    }

    private static SandboxText text(Reference.Entry entry) {
        String input = entry.input().isMissingNode() ? "{}" : JsonText.pretty(entry.input());
        var world = entry.experiment().world().source();
        return new SandboxText(
                entry.experiment().definition(),
                input,
                world.isEmpty() ? "" : JsonText.pretty(world),
                "",
                "",
                "");
    }

    /** What somebody saved; everybody who has the address may see it. */
    @GET
    @Path("/{id: [0-9a-f]{20}}")
    public TemplateInstance saved(@PathParam("id") String id) {
        SavedSandbox saved = shelf.saved(id);
        return page(SandboxText.of(saved), FaultForm.EMPTY, List.of(), "", "", id);
    }

    /** Saves what is in the fields, right or wrong, under a new address. */
    @POST
    @Path("/saved")
    @Transactional
    public Response save(@BeanParam SandboxForm form) {
        return saved(form, "");
    }

    /** Saves what is in the fields, and shows it in the forms that AWS's tools take. */
    @POST
    @Path("/exports")
    @Transactional
    public Response export(@BeanParam SandboxForm form) {
        return saved(form, "/export");
    }

    private Response saved(SandboxForm form, String view) {
        token.check(form.token);
        SandboxText text = form.text();
        return switch (shelf.save(visitor.id(), text)) {
            case SandboxShelf.Shelved.Kept(String id) ->
                    Response.seeOther(URI.create("/sandbox/" + id + view)).build();
            case SandboxShelf.Shelved.Refused(String reason) ->
                    answer(UNPROCESSABLE, page(text, FaultForm.EMPTY, List.of(), reason, "", ""));
        };
    }

    @POST
    @Path("/{id: [0-9a-f]{20}}/removals")
    @Transactional
    public Response remove(@PathParam("id") String id, @BeanParam SandboxForm form) {
        token.check(form.token);
        shelf.remove(visitor.id(), id);
        return Response.seeOther(URI.create("/sandbox")).build();
    }

    /** What is wrong with the definition, for a page without scripts. */
    @POST
    @Path("/checks")
    @Transactional
    public Response check(@BeanParam SandboxForm form) {
        token.check(form.token);
        shelf.keep(visitor.id(), form.text());
        return answer(200, page(form.text()));
    }

    @POST
    @Path("/runs")
    @Transactional
    public Response run(@BeanParam SandboxForm form) {
        token.check(form.token);
        SandboxText text = form.text();
        shelf.keep(visitor.id(), text);
        SandboxReading reading = SandboxReading.of(text);
        if (!reading.isRunnable()) {
            return answer(UNPROCESSABLE, page(text));
        }
        String run = runs.store(visitor.id(), reading.causes());
        return Response.seeOther(Addresses.run(run, SandboxForm.orEmpty(form.glance))).build();
    }

    /** Adds the fault that was filled in, or takes one away. */
    @POST
    @Path("/faults")
    @Transactional
    public Response fault(@BeanParam SandboxForm form) {
        token.check(form.token);
        SandboxText text = form.text();
        SandboxReading reading = SandboxReading.of(text);
        String place = SandboxForm.orEmpty(form.remove);
        FaultForm.Added result =
                !reading.faultsProblem().isEmpty()
                        ? new FaultForm.Added(reading.faultList(), FaultForm.of(form))
                        : place.isEmpty()
                                ? FaultForm.of(form).addedTo(reading.faultList())
                                : FaultForm.of(form).without(reading.faultList(), place);
        SandboxText changed =
                reading.faultsProblem().isEmpty() ? text.withFaults(result.list()) : text;
        shelf.keep(visitor.id(), changed);
        return answer(200, page(changed, result.next(), List.of(), "", "", ""));
    }

    /** Takes a definition, a history or a mock file into the fields. */
    @POST
    @Path("/imports")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Transactional
    public Response bringIn(@BeanParam SandboxForm form) {
        token.check(form.token);
        SandboxImport brought = SandboxImport.into(form.text(), form.imported());
        if (brought.problem().isEmpty()) {
            shelf.keep(visitor.id(), brought.text());
        }
        return answer(
                brought.problem().isEmpty() ? 200 : UNPROCESSABLE,
                page(
                        brought.text(),
                        FaultForm.EMPTY,
                        brought.notices(),
                        "",
                        brought.problem(),
                        ""));
    }

    /** Reads the mock file again, so that one of its test cases can be chosen. */
    @POST
    @Path("/cases")
    @Transactional
    public Response cases(@BeanParam SandboxForm form) {
        token.check(form.token);
        shelf.keep(visitor.id(), form.text());
        return answer(200, page(form.text()));
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(page.render())
                .build();
    }

    private TemplateInstance page(SandboxText text) {
        return page(text, FaultForm.EMPTY, List.of(), "", "", "");
    }

    private TemplateInstance page(
            SandboxText text,
            FaultForm fault,
            List<String> notices,
            String refusal,
            String importProblem,
            String saved) {
        SandboxReading reading = SandboxReading.of(text);
        return new sandbox(
                new SandboxPage(
                        Checked.of(text.definition()),
                        text,
                        reading,
                        fault,
                        notices,
                        refusal,
                        importProblem,
                        saved,
                        saved.isEmpty()
                                ? ""
                                : uri.getBaseUriBuilder()
                                        .path("sandbox/" + saved)
                                        .build()
                                        .toString(),
                        shelf.latest(visitor.id()),
                        templates.groups(),
                        visitor.formToken()));
    }
}
