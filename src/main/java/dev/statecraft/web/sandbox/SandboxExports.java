package dev.statecraft.web.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.statecraft.asl.AslParser;
import dev.statecraft.export.CliCommands;
import dev.statecraft.export.CloudFormationTemplate;
import dev.statecraft.export.Deployment;
import dev.statecraft.export.SamTemplate;
import dev.statecraft.web.JsonText;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Takes what was built in the sandbox to AWS: the definition, templates and commands. */
@Path("/sandbox")
@Blocking
public class SandboxExports {
    @Inject SandboxShelf shelf;

    /** @param file the name under which it is saved */
    record Piece(String file, String title, String says, String text) {}

    /** @param query names the state machine in the addresses of the files */
    record export(String id, String name, String query, List<Piece> pieces)
            implements TemplateInstance {}

    @GET
    @Path("/{id: [0-9a-f]{20}}/export")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(
            @PathParam("id") String id, @QueryParam("name") @DefaultValue("") String name) {
        SandboxText text = SandboxText.of(shelf.saved(id));
        Optional<Deployment> deployment = deployment(text, name);
        String accepted = deployment.map(Deployment::name).orElse("");
        return new export(
                id,
                accepted,
                "?name=" + URLEncoder.encode(accepted, StandardCharsets.UTF_8),
                deployment.map(it -> pieces(it, text)).orElse(List.of()));
    }

    @GET
    @Path("/{id: [0-9a-f]{20}}/export/{file}")
    @Produces(MediaType.WILDCARD)
    public Response file(
            @PathParam("id") String id,
            @PathParam("file") String file,
            @QueryParam("name") @DefaultValue("") String name) {
        SandboxText text = SandboxText.of(shelf.saved(id));
        Piece piece =
                deployment(text, name).map(it -> pieces(it, text)).orElse(List.of()).stream()
                        .filter(it -> it.file().equals(file))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("There is no such file here."));
        return Response.ok(piece.text(), mediaType(piece.file()) + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + piece.file() + "\"")
                .build();
    }

    private static String mediaType(String file) {
        if (file.endsWith(".json")) {
            return "application/json";
        }
        return file.endsWith(".yaml") ? "application/yaml" : "text/plain";
    }

    /** Empty if the definition has errors. */
    private static Optional<Deployment> deployment(SandboxText text, String name) {
        JsonNode input =
                JsonText.read("The input", text.input())
                        .json()
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        return AslParser.parse(text.definition())
                .machine()
                .map(machine -> Deployment.of(name, machine, input));
    }

    private static List<Piece> pieces(Deployment deployment, SandboxText text) {
        String definition =
                text.definition().strip().startsWith("{")
                        ? text.definition()
                        : JsonText.pretty(deployment.definition());
        String template = JsonText.pretty(CloudFormationTemplate.of(deployment));
        boolean large =
                template.getBytes(StandardCharsets.UTF_8).length
                        > CloudFormationTemplate.MAX_INLINE_BYTES;
        return List.of(
                new Piece(
                        SamTemplate.DEFINITION_FILE,
                        "Definition",
                        "In Amazon States Language, as JSON.",
                        definition),
                new Piece(
                        "template.yaml",
                        "AWS SAM",
                        "Put it beside the definition and run sam deploy --guided.",
                        SamTemplate.of(deployment)),
                new Piece(
                        "template.json",
                        "CloudFormation",
                        "Holds all: aws cloudformation deploy --template-file template.json --capabilities CAPABILITY_IAM --stack-name and a name."
                                + (large
                                        ? " It is larger than 51,200 bytes, so add --s3-bucket."
                                        : ""),
                        template),
                new Piece(
                        "role-policy.json",
                        "Rights of the execution role",
                        "Read off the tasks. Where a name is known only at run time there is a wildcard; narrow it.",
                        JsonText.pretty(CloudFormationTemplate.document(deployment))),
                new Piece(
                        "commands.sh",
                        "AWS CLI",
                        "For bash and other POSIX shells. With --endpoint-url they work against this server as well.",
                        CliCommands.of(deployment)));
    }
}
