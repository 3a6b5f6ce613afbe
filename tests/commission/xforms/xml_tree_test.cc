// A document as XPath sees it, and places in it as a DOM counts them.
#include "commission/xforms/xml_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pingshen::commission {
namespace {

using expression::Node;
using expression::NodeKind;

std::unique_ptr<XmlTree> TreeOf(std::string_view xml) {
  auto tree = XmlTree::Parse(xml);
  EXPECT_TRUE(tree) << tree.error().context;
  return tree ? *std::move(tree) : nullptr;
}

std::string TextAt(const XmlTree& tree, Node node) {
  std::string scratch;
  return std::string(tree.StringValue(node, scratch));
}

using Path = std::vector<std::uint32_t>;

TEST(XmlTree, KindsOfNodesInDocumentOrder) {
  const auto tree = TreeOf("<a>t<!--c--><?p data?><b/><![CDATA[<raw>]]></a>");
  const Node a = tree->FirstChild(tree->document());
  EXPECT_EQ(tree->Kind(tree->document()), NodeKind::kRoot);
  EXPECT_EQ(tree->Kind(a), NodeKind::kElement);
  std::vector<NodeKind> kinds;
  std::vector<std::string> texts;
  Node last;
  for (Node child = tree->FirstChild(a); child; child = tree->NextSibling(child)) {
    kinds.push_back(tree->Kind(child));
    texts.push_back(TextAt(*tree, child));
    EXPECT_EQ(tree->Parent(child), a);
    EXPECT_EQ(tree->PreviousSibling(child), last);
    EXPECT_TRUE(!last || tree->Precedes(last, child));
    last = child;
  }
  EXPECT_EQ(tree->LastChild(a), last);
  EXPECT_EQ(kinds,
            (std::vector{NodeKind::kText, NodeKind::kComment, NodeKind::kProcessingInstruction,
                         NodeKind::kElement, NodeKind::kText}));
  EXPECT_EQ(texts, (std::vector<std::string>{"t", "c", "data", "", "<raw>"}));
  EXPECT_EQ(TextAt(*tree, a), "t<raw>") << "neither comments nor instructions";
}

TEST(XmlTree, EntitiesAndCharacterReferences) {
  const auto tree = TreeOf("<a k=\"&lt;&#x4e2d;\">&amp;&#25991;</a>");
  const Node a = tree->FirstChild(tree->document());
  EXPECT_EQ(TextAt(*tree, a), "&文");
  EXPECT_EQ(tree->Attribute(a, "k"), "<中");
  EXPECT_EQ(tree->Attribute(a, "j"), std::nullopt);
}

TEST(XmlTree, PlacesGoThereAndBack) {
  const auto tree = TreeOf("<!DOCTYPE a><a>t<![CDATA[u]]><b k='1' q='2'/></a>");
  const Node b = tree->At(Path{1, 2}, "");
  ASSERT_TRUE(b);
  EXPECT_EQ(tree->LocalName(b), "b") << "the document type and each text count";
  EXPECT_EQ(tree->IndexPathOf(b), (Path{1, 2}));
  const Node q = tree->At(Path{1, 2}, "q");
  ASSERT_TRUE(q);
  EXPECT_EQ(tree->Kind(q), NodeKind::kAttribute);
  EXPECT_EQ(tree->AttributeNameOf(q), "q");
  EXPECT_EQ(tree->IndexPathOf(q), (Path{1, 2}));
  EXPECT_EQ(TextAt(*tree, q), "2");
  EXPECT_FALSE(tree->At(Path{1, 3}, ""));
  EXPECT_FALSE(tree->At(Path{1, 2}, "none"));
  EXPECT_EQ(tree->AttributeNameOf(b), "");
}

TEST(XmlTree, NamesAndNamespaces) {
  const auto tree = TreeOf(
      "<h:a xmlns:h='urn:h' xmlns='urn:d'><b h:k='1' j='2'/><c xmlns=''/><d xmlns:h='urn:i'><h:e/></d></h:a>");
  const Node a = tree->FirstChild(tree->document());
  EXPECT_EQ(tree->Prefix(a), "h");
  EXPECT_EQ(tree->LocalName(a), "a");
  EXPECT_EQ(tree->NamespaceUri(a), "urn:h");
  EXPECT_FALSE(tree->FirstAttribute(a)) << "xmlns is no attribute";
  const Node b = tree->FirstChild(a);
  EXPECT_EQ(tree->NamespaceUri(b), "urn:d");
  const Node k = tree->FirstAttribute(b);
  EXPECT_EQ(tree->NamespaceUri(k), "urn:h");
  EXPECT_EQ(tree->NamespaceUri(tree->NextAttribute(k)), "") << "no default for attributes";
  EXPECT_EQ(tree->NamespaceUri(tree->NextSibling(b)), "");
  EXPECT_EQ(tree->NamespaceUri(tree->FirstChild(tree->LastChild(a))), "urn:i");
  EXPECT_EQ(tree->NamespaceOfPrefix("h"), "urn:h");
  EXPECT_EQ(tree->NamespaceOfPrefix("x"), std::nullopt);
}

TEST(XmlTree, ElementsByIdentifierAttributeAndLanguage) {
  const auto tree = TreeOf(
      "<a><b id='x'/><b xml:id='y'/><b id='x'>second</b>"
      "<translation lang='zh' default='true()'/><translation lang='en'/></a>");
  EXPECT_EQ(tree->IndexPathOf(tree->ElementById({}, "x")), (Path{0, 0})) << "the first one";
  EXPECT_EQ(tree->IndexPathOf(tree->ElementById({}, "y")), (Path{0, 1}));
  EXPECT_FALSE(tree->ElementById({}, "z"));
  EXPECT_EQ(tree->IndexPathOf(tree->FindElement("translation", "lang", "en")), (Path{0, 4}));
  EXPECT_EQ(tree->IndexPathOf(tree->FindTranslation("en")), (Path{0, 4}));
  EXPECT_EQ(tree->IndexPathOf(tree->FindTranslation("")), (Path{0, 3}));
}

TEST(XmlTree, ARootInTheMiddle) {
  const auto tree = TreeOf("<a><i><b/></i></a>");
  const Node i = tree->At(Path{0, 0}, "");
  tree->SetRoot(i);
  EXPECT_EQ(tree->Root(tree->FirstChild(i)), i);
  EXPECT_FALSE(tree->Parent(i));
}

TEST(XmlTree, WhatIsNoXmlIsRefused) {
  for (const std::string_view xml : {"<a>", "<a></b>", "<a", "<a k=1/>", "<a>&none</a><"}) {
    const auto tree = XmlTree::Parse(xml);
    ASSERT_FALSE(tree) << xml;
    EXPECT_EQ(tree.error().code, ErrorCode::ERR_XML) << xml;
    EXPECT_FALSE(tree.error().context.empty()) << xml;
  }
}

}  // namespace
}  // namespace pingshen::commission
