package dev.statecraft.web.editor;

import dev.statecraft.diagram.drawing.Glyphs;
import dev.statecraft.editing.design.Piece;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import java.util.List;

/** What the designer offers to put into a definition, for the templates. */
@Named
@ApplicationScoped
public class Palette {

    /** @param icon path data in a field of 18 by 18 */
    public record Item(String name, String title, String says, String icon) {
        static Item of(Piece piece) {
            return new Item(
                    piece.name(), piece.title(), piece.says(), Glyphs.ofType(piece.firstType()));
        }
    }

    public List<Item> states() {
        return of(Piece.Kind.STATE);
    }

    public List<Item> readyMade() {
        return of(Piece.Kind.READY_MADE);
    }

    private static List<Item> of(Piece.Kind kind) {
        return Piece.ALL.stream().filter(it -> it.kind() == kind).map(Item::of).toList();
    }
}
