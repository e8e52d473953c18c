/// A form whose answer is a page of this site; it is sent as a GET, so that every answer has an address.
package struct PageForm: Sendable {
    /// Something to fill in.
    package struct Field: Sendable {
        /// The way it is filled in.
        package enum Kind: Sendable {
            /// One line of text.
            case text
            /// One line of text to search for.
            case search
            /// A number, with the bounds that hold for it.
            case number(in: ClosedRange<Double>? = nil)
            /// A whole number, with the bounds that hold for it.
            case wholeNumber(in: ClosedRange<Int>? = nil)
            /// A day.
            case date
            /// One of these values, each with its words.
            case select([(value: String, label: String)])
            /// Nothing to fill in: a parameter that goes along.
            case hidden
        }

        /// The words beside it.
        package var label: String
        /// The name of the parameter.
        package var name: String
        /// The way it is filled in.
        package var kind: Kind
        /// What it holds already.
        package var value: String?
        /// A sentence of help.
        package var hint: String?
        /// Whether it must be filled in.
        package var isRequired: Bool

        /// Makes a field.
        package init(
            _ label: String, name: String, kind: Kind = .text, value: String? = nil, hint: String? = nil,
            isRequired: Bool = false
        ) {
            self.label = label
            self.name = name
            self.kind = kind
            self.value = value
            self.hint = hint
            self.isRequired = isRequired
        }
    }

    /// What is asked.
    package var legend: String
    /// The path that answers, such as `/rankings`.
    package var action: String
    /// The fields, in order.
    package var fields: [Field]
    /// The words on the button.
    package var submit: String

    /// Makes a form.
    package init(_ legend: String, action: String, fields: [Field], submit: String) {
        self.legend = legend
        self.action = action
        self.fields = fields
        self.submit = submit
    }
}
