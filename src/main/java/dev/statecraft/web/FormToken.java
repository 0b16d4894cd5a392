package dev.statecraft.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;

/** Checks the hidden field that every form of ours carries. */
@RequestScoped
public class FormToken {
    @Inject Visitor visitor;

    public void check(String given) {
        if (!visitor.formToken().equals(given)) {
            throw new ForbiddenException("The form is out of date. Reload the page and try again.");
        }
    }
}
